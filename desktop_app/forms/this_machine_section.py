# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'this_machine_section.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QVBoxLayout,
    QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import SegmentedSwitch
class Ui_ThisMachineSection(object):
    def setupUi(self, ThisMachineSection):
        if not ThisMachineSection.objectName():
            ThisMachineSection.setObjectName(u"ThisMachineSection")
        ThisMachineSection.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(ThisMachineSection)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.themeField = Field(ThisMachineSection)
        self.themeField.setObjectName(u"themeField")
        self.themeColumn = QVBoxLayout(self.themeField)
        self.themeColumn.setSpacing(0)
        self.themeColumn.setObjectName(u"themeColumn")
        self.themeColumn.setContentsMargins(0, 0, 0, 0)
        self.theme = SegmentedSwitch(self.themeField)
        self.theme.setObjectName(u"theme")

        self.themeColumn.addWidget(self.theme)


        self.column.addWidget(self.themeField)

        self.largeField = Field(ThisMachineSection)
        self.largeField.setObjectName(u"largeField")
        self.largeColumn = QVBoxLayout(self.largeField)
        self.largeColumn.setSpacing(0)
        self.largeColumn.setObjectName(u"largeColumn")
        self.largeColumn.setContentsMargins(0, 0, 0, 0)
        self.large = SegmentedSwitch(self.largeField)
        self.large.setObjectName(u"large")

        self.largeColumn.addWidget(self.large)


        self.column.addWidget(self.largeField)

        self.densityField = Field(ThisMachineSection)
        self.densityField.setObjectName(u"densityField")
        self.densityColumn = QVBoxLayout(self.densityField)
        self.densityColumn.setSpacing(0)
        self.densityColumn.setObjectName(u"densityColumn")
        self.densityColumn.setContentsMargins(0, 0, 0, 0)
        self.density = SegmentedSwitch(self.densityField)
        self.density.setObjectName(u"density")

        self.densityColumn.addWidget(self.density)


        self.column.addWidget(self.densityField)

        self.papersField = Field(ThisMachineSection)
        self.papersField.setObjectName(u"papersField")
        self.papersColumn = QVBoxLayout(self.papersField)
        self.papersColumn.setSpacing(0)
        self.papersColumn.setObjectName(u"papersColumn")
        self.papersColumn.setContentsMargins(0, 0, 0, 0)
        self.papersBox = QWidget(self.papersField)
        self.papersBox.setObjectName(u"papersBox")
        self.papersLine = QHBoxLayout(self.papersBox)
        self.papersLine.setSpacing(8)
        self.papersLine.setObjectName(u"papersLine")
        self.papersLine.setContentsMargins(0, 0, 0, 0)
        self.papers = LineField(self.papersBox)
        self.papers.setObjectName(u"papers")

        self.papersLine.addWidget(self.papers)

        self.choosePapers = Button(self.papersBox)
        self.choosePapers.setObjectName(u"choosePapers")
        self.choosePapers.setProperty(u"kind", u"outlined")
        self.choosePapers.setProperty(u"icon_name", u"folder-open")

        self.papersLine.addWidget(self.choosePapers)


        self.papersColumn.addWidget(self.papersBox)


        self.column.addWidget(self.papersField)

        self.note = TextLabel(ThisMachineSection)
        self.note.setObjectName(u"note")

        self.column.addWidget(self.note)


        self.retranslateUi(ThisMachineSection)
    # setupUi

    def retranslateUi(self, ThisMachineSection):
        self.themeField.setProperty(u"label_text", QCoreApplication.translate("ThisMachineSection", u"\u0631\u0646\u06af \u0628\u0631\u0646\u0627\u0645\u0647", None))
        self.largeField.setProperty(u"label_text", QCoreApplication.translate("ThisMachineSection", u"\u0627\u0646\u062f\u0627\u0632\u0647\u0654 \u0646\u0648\u0634\u062a\u0647", None))
        self.densityField.setProperty(u"label_text", QCoreApplication.translate("ThisMachineSection", u"\u0627\u0631\u062a\u0641\u0627\u0639 \u0633\u0637\u0631\u0647\u0627\u06cc \u0641\u0647\u0631\u0633\u062a", None))
        self.papersField.setProperty(u"label_text", QCoreApplication.translate("ThisMachineSection", u"\u067e\u0648\u0634\u0647\u0654 \u067e\u06cc\u0634\u0646\u0647\u0627\u062f\u06cc \u0628\u0631\u0627\u06cc \u0630\u062e\u06cc\u0631\u0647\u0654 \u06a9\u0627\u063a\u0630\u0647\u0627", None))
#if QT_CONFIG(accessibility)
        self.papersBox.setAccessibleName(QCoreApplication.translate("ThisMachineSection", u"\u067e\u0648\u0634\u0647\u0654 \u06a9\u0627\u063a\u0630\u0647\u0627", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.papers.setAccessibleName(QCoreApplication.translate("ThisMachineSection", u"\u067e\u0648\u0634\u0647\u0654 \u067e\u06cc\u0634\u0646\u0647\u0627\u062f\u06cc \u0628\u0631\u0627\u06cc \u0630\u062e\u06cc\u0631\u0647\u0654 \u06a9\u0627\u063a\u0630\u0647\u0627", None))
#endif // QT_CONFIG(accessibility)
        self.choosePapers.setText(QCoreApplication.translate("ThisMachineSection", u"\u0628\u0631\u06af\u0632\u06cc\u062f\u0646\u2026", None))
#if QT_CONFIG(accessibility)
        self.choosePapers.setAccessibleName(QCoreApplication.translate("ThisMachineSection", u"\u0628\u0631\u06af\u0632\u06cc\u062f\u0646 \u067e\u0648\u0634\u0647\u0654 \u06a9\u0627\u063a\u0630\u0647\u0627", None))
#endif // QT_CONFIG(accessibility)
        self.note.setText(QCoreApplication.translate("ThisMachineSection", u"\u0627\u06cc\u0646 \u0628\u062e\u0634 \u0628\u0647 \u0647\u0645\u06cc\u0646 \u0631\u0627\u06cc\u0627\u0646\u0647 \u062a\u0639\u0644\u0642 \u062f\u0627\u0631\u062f \u0648 \u0647\u0645\u0627\u0646 \u0644\u062d\u0638\u0647 \u0628\u0647 \u06a9\u0627\u0631 \u0645\u06cc\u200c\u0631\u0648\u062f\u061b \u0628\u0627 \u067e\u0634\u062a\u06cc\u0628\u0627\u0646 \u062c\u0627\u0628\u0647\u200c\u062c\u0627 \u0646\u0645\u06cc\u200c\u0634\u0648\u062f.", None))
        pass
    # retranslateUi

