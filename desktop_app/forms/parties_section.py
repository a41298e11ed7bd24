# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'parties_section.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from desktop_app.widgets.controls.pill import PartyMark
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.shell.card import CardFrame
class Ui_PartiesSection(object):
    def setupUi(self, PartiesSection):
        if not PartiesSection.objectName():
            PartiesSection.setObjectName(u"PartiesSection")
        PartiesSection.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(PartiesSection)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.provinceCard = CardFrame(PartiesSection)
        self.provinceCard.setObjectName(u"provinceCard")
        self.provinceColumn = QVBoxLayout(self.provinceCard)
        self.provinceColumn.setSpacing(10)
        self.provinceColumn.setObjectName(u"provinceColumn")
        self.provinceColumn.setContentsMargins(16, 14, 16, 12)
        self.provinceHead = QHBoxLayout()
        self.provinceHead.setSpacing(8)
        self.provinceHead.setObjectName(u"provinceHead")
        self.provinceHead.setContentsMargins(0, 0, 0, 0)
        self.provinceMark = PartyMark(self.provinceCard)
        self.provinceMark.setObjectName(u"provinceMark")

        self.provinceHead.addWidget(self.provinceMark)

        self.provinceTitle = TextLabel(self.provinceCard)
        self.provinceTitle.setObjectName(u"provinceTitle")

        self.provinceHead.addWidget(self.provinceTitle)

        self.provinceHeadGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.provinceHead.addItem(self.provinceHeadGap)


        self.provinceColumn.addLayout(self.provinceHead)

        self.provinceNames = QHBoxLayout()
        self.provinceNames.setSpacing(12)
        self.provinceNames.setObjectName(u"provinceNames")
        self.provinceNames.setContentsMargins(0, 0, 0, 0)
        self.provinceNameField = Field(self.provinceCard)
        self.provinceNameField.setObjectName(u"provinceNameField")
        self.provinceNameFieldColumn = QVBoxLayout(self.provinceNameField)
        self.provinceNameFieldColumn.setSpacing(0)
        self.provinceNameFieldColumn.setObjectName(u"provinceNameFieldColumn")
        self.provinceNameFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.provinceNameEdit = LineField(self.provinceNameField)
        self.provinceNameEdit.setObjectName(u"provinceNameEdit")

        self.provinceNameFieldColumn.addWidget(self.provinceNameEdit)


        self.provinceNames.addWidget(self.provinceNameField)

        self.provinceShortField = Field(self.provinceCard)
        self.provinceShortField.setObjectName(u"provinceShortField")
        self.provinceShortField.setMaximumSize(QSize(190, 16777215))
        self.provinceShortFieldColumn = QVBoxLayout(self.provinceShortField)
        self.provinceShortFieldColumn.setSpacing(0)
        self.provinceShortFieldColumn.setObjectName(u"provinceShortFieldColumn")
        self.provinceShortFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.provinceShortEdit = LineField(self.provinceShortField)
        self.provinceShortEdit.setObjectName(u"provinceShortEdit")

        self.provinceShortFieldColumn.addWidget(self.provinceShortEdit)


        self.provinceNames.addWidget(self.provinceShortField)


        self.provinceColumn.addLayout(self.provinceNames)

        self.provinceSigns = QHBoxLayout()
        self.provinceSigns.setSpacing(12)
        self.provinceSigns.setObjectName(u"provinceSigns")
        self.provinceSigns.setContentsMargins(0, 0, 0, 0)
        self.provinceSignatoryField = Field(self.provinceCard)
        self.provinceSignatoryField.setObjectName(u"provinceSignatoryField")
        self.provinceSignatoryFieldColumn = QVBoxLayout(self.provinceSignatoryField)
        self.provinceSignatoryFieldColumn.setSpacing(0)
        self.provinceSignatoryFieldColumn.setObjectName(u"provinceSignatoryFieldColumn")
        self.provinceSignatoryFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.provinceSignatoryEdit = LineField(self.provinceSignatoryField)
        self.provinceSignatoryEdit.setObjectName(u"provinceSignatoryEdit")

        self.provinceSignatoryFieldColumn.addWidget(self.provinceSignatoryEdit)


        self.provinceSigns.addWidget(self.provinceSignatoryField)

        self.provincePostField = Field(self.provinceCard)
        self.provincePostField.setObjectName(u"provincePostField")
        self.provincePostFieldColumn = QVBoxLayout(self.provincePostField)
        self.provincePostFieldColumn.setSpacing(0)
        self.provincePostFieldColumn.setObjectName(u"provincePostFieldColumn")
        self.provincePostFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.provincePostEdit = LineField(self.provincePostField)
        self.provincePostEdit.setObjectName(u"provincePostEdit")

        self.provincePostFieldColumn.addWidget(self.provincePostEdit)


        self.provinceSigns.addWidget(self.provincePostField)


        self.provinceColumn.addLayout(self.provinceSigns)


        self.column.addWidget(self.provinceCard)

        self.centerCard = CardFrame(PartiesSection)
        self.centerCard.setObjectName(u"centerCard")
        self.centerColumn = QVBoxLayout(self.centerCard)
        self.centerColumn.setSpacing(10)
        self.centerColumn.setObjectName(u"centerColumn")
        self.centerColumn.setContentsMargins(16, 14, 16, 12)
        self.centerHead = QHBoxLayout()
        self.centerHead.setSpacing(8)
        self.centerHead.setObjectName(u"centerHead")
        self.centerHead.setContentsMargins(0, 0, 0, 0)
        self.centerMark = PartyMark(self.centerCard)
        self.centerMark.setObjectName(u"centerMark")

        self.centerHead.addWidget(self.centerMark)

        self.centerTitle = TextLabel(self.centerCard)
        self.centerTitle.setObjectName(u"centerTitle")

        self.centerHead.addWidget(self.centerTitle)

        self.centerHeadGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.centerHead.addItem(self.centerHeadGap)


        self.centerColumn.addLayout(self.centerHead)

        self.centerNames = QHBoxLayout()
        self.centerNames.setSpacing(12)
        self.centerNames.setObjectName(u"centerNames")
        self.centerNames.setContentsMargins(0, 0, 0, 0)
        self.centerNameField = Field(self.centerCard)
        self.centerNameField.setObjectName(u"centerNameField")
        self.centerNameFieldColumn = QVBoxLayout(self.centerNameField)
        self.centerNameFieldColumn.setSpacing(0)
        self.centerNameFieldColumn.setObjectName(u"centerNameFieldColumn")
        self.centerNameFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.centerNameEdit = LineField(self.centerNameField)
        self.centerNameEdit.setObjectName(u"centerNameEdit")

        self.centerNameFieldColumn.addWidget(self.centerNameEdit)


        self.centerNames.addWidget(self.centerNameField)

        self.centerShortField = Field(self.centerCard)
        self.centerShortField.setObjectName(u"centerShortField")
        self.centerShortField.setMaximumSize(QSize(190, 16777215))
        self.centerShortFieldColumn = QVBoxLayout(self.centerShortField)
        self.centerShortFieldColumn.setSpacing(0)
        self.centerShortFieldColumn.setObjectName(u"centerShortFieldColumn")
        self.centerShortFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.centerShortEdit = LineField(self.centerShortField)
        self.centerShortEdit.setObjectName(u"centerShortEdit")

        self.centerShortFieldColumn.addWidget(self.centerShortEdit)


        self.centerNames.addWidget(self.centerShortField)


        self.centerColumn.addLayout(self.centerNames)

        self.centerSigns = QHBoxLayout()
        self.centerSigns.setSpacing(12)
        self.centerSigns.setObjectName(u"centerSigns")
        self.centerSigns.setContentsMargins(0, 0, 0, 0)
        self.centerSignatoryField = Field(self.centerCard)
        self.centerSignatoryField.setObjectName(u"centerSignatoryField")
        self.centerSignatoryFieldColumn = QVBoxLayout(self.centerSignatoryField)
        self.centerSignatoryFieldColumn.setSpacing(0)
        self.centerSignatoryFieldColumn.setObjectName(u"centerSignatoryFieldColumn")
        self.centerSignatoryFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.centerSignatoryEdit = LineField(self.centerSignatoryField)
        self.centerSignatoryEdit.setObjectName(u"centerSignatoryEdit")

        self.centerSignatoryFieldColumn.addWidget(self.centerSignatoryEdit)


        self.centerSigns.addWidget(self.centerSignatoryField)

        self.centerPostField = Field(self.centerCard)
        self.centerPostField.setObjectName(u"centerPostField")
        self.centerPostFieldColumn = QVBoxLayout(self.centerPostField)
        self.centerPostFieldColumn.setSpacing(0)
        self.centerPostFieldColumn.setObjectName(u"centerPostFieldColumn")
        self.centerPostFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.centerPostEdit = LineField(self.centerPostField)
        self.centerPostEdit.setObjectName(u"centerPostEdit")

        self.centerPostFieldColumn.addWidget(self.centerPostEdit)


        self.centerSigns.addWidget(self.centerPostField)


        self.centerColumn.addLayout(self.centerSigns)


        self.column.addWidget(self.centerCard)


        self.retranslateUi(PartiesSection)
    # setupUi

    def retranslateUi(self, PartiesSection):
        self.provinceNameField.setProperty(u"label_text", QCoreApplication.translate("PartiesSection", u"\u0646\u0627\u0645", None))
        self.provinceShortField.setProperty(u"label_text", QCoreApplication.translate("PartiesSection", u"\u0646\u0627\u0645 \u06a9\u0648\u062a\u0627\u0647", None))
        self.provinceSignatoryField.setProperty(u"label_text", QCoreApplication.translate("PartiesSection", u"\u0627\u0645\u0636\u0627\u06a9\u0646\u0646\u062f\u0647\u0654 \u062a\u0641\u0627\u0647\u0645\u200c\u0646\u0627\u0645\u0647", None))
        self.provincePostField.setProperty(u"label_text", QCoreApplication.translate("PartiesSection", u"\u0633\u0645\u062a \u0627\u0645\u0636\u0627\u06a9\u0646\u0646\u062f\u0647", None))
        self.centerNameField.setProperty(u"label_text", QCoreApplication.translate("PartiesSection", u"\u0646\u0627\u0645", None))
        self.centerShortField.setProperty(u"label_text", QCoreApplication.translate("PartiesSection", u"\u0646\u0627\u0645 \u06a9\u0648\u062a\u0627\u0647", None))
        self.centerSignatoryField.setProperty(u"label_text", QCoreApplication.translate("PartiesSection", u"\u0627\u0645\u0636\u0627\u06a9\u0646\u0646\u062f\u0647\u0654 \u062a\u0641\u0627\u0647\u0645\u200c\u0646\u0627\u0645\u0647", None))
        self.centerPostField.setProperty(u"label_text", QCoreApplication.translate("PartiesSection", u"\u0633\u0645\u062a \u0627\u0645\u0636\u0627\u06a9\u0646\u0646\u062f\u0647", None))
        pass
    # retranslateUi

