# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'past_meeting_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import (FigureField, LineField)
class Ui_PastMeetingForm(object):
    def setupUi(self, PastMeetingForm):
        if not PastMeetingForm.objectName():
            PastMeetingForm.setObjectName(u"PastMeetingForm")
        PastMeetingForm.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(PastMeetingForm)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.first = QHBoxLayout()
        self.first.setSpacing(12)
        self.first.setObjectName(u"first")
        self.numberField = Field(PastMeetingForm)
        self.numberField.setObjectName(u"numberField")
        self.numberField.setMaximumSize(QSize(140, 16777215))
        self.numberColumn = QVBoxLayout(self.numberField)
        self.numberColumn.setSpacing(0)
        self.numberColumn.setObjectName(u"numberColumn")
        self.numberColumn.setContentsMargins(0, 0, 0, 0)
        self.numberEdit = FigureField(self.numberField)
        self.numberEdit.setObjectName(u"numberEdit")

        self.numberColumn.addWidget(self.numberEdit)


        self.first.addWidget(self.numberField)

        self.dayField = Field(PastMeetingForm)
        self.dayField.setObjectName(u"dayField")
        self.dayColumn = QVBoxLayout(self.dayField)
        self.dayColumn.setSpacing(0)
        self.dayColumn.setObjectName(u"dayColumn")
        self.dayColumn.setContentsMargins(0, 0, 0, 0)
        self.dayEdit = JalaliDateEdit(self.dayField)
        self.dayEdit.setObjectName(u"dayEdit")

        self.dayColumn.addWidget(self.dayEdit)


        self.first.addWidget(self.dayField)

        self.placeField = Field(PastMeetingForm)
        self.placeField.setObjectName(u"placeField")
        self.placeColumn = QVBoxLayout(self.placeField)
        self.placeColumn.setSpacing(0)
        self.placeColumn.setObjectName(u"placeColumn")
        self.placeColumn.setContentsMargins(0, 0, 0, 0)
        self.placeEdit = LineField(self.placeField)
        self.placeEdit.setObjectName(u"placeEdit")

        self.placeColumn.addWidget(self.placeEdit)


        self.first.addWidget(self.placeField)


        self.column.addLayout(self.first)

        self.second = QHBoxLayout()
        self.second.setSpacing(12)
        self.second.setObjectName(u"second")
        self.subjectField = Field(PastMeetingForm)
        self.subjectField.setObjectName(u"subjectField")
        self.subjectColumn = QVBoxLayout(self.subjectField)
        self.subjectColumn.setSpacing(0)
        self.subjectColumn.setObjectName(u"subjectColumn")
        self.subjectColumn.setContentsMargins(0, 0, 0, 0)
        self.subjectEdit = LineField(self.subjectField)
        self.subjectEdit.setObjectName(u"subjectEdit")

        self.subjectColumn.addWidget(self.subjectEdit)


        self.second.addWidget(self.subjectField)

        self.scanField = Field(PastMeetingForm)
        self.scanField.setObjectName(u"scanField")
        self.scanColumn = QVBoxLayout(self.scanField)
        self.scanColumn.setSpacing(0)
        self.scanColumn.setObjectName(u"scanColumn")
        self.scanColumn.setContentsMargins(0, 0, 0, 0)

        self.second.addWidget(self.scanField)

        self.second.setStretch(0, 1)
        self.second.setStretch(1, 1)

        self.column.addLayout(self.second)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")
        self.enter = Button(PastMeetingForm)
        self.enter.setObjectName(u"enter")
        self.enter.setProperty(u"kind", u"outlined")
        self.enter.setProperty(u"icon_name", u"check")
        self.enter.setProperty(u"hint", u"Ctrl+Enter")

        self.foot.addWidget(self.enter)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.gap)


        self.column.addLayout(self.foot)


        self.retranslateUi(PastMeetingForm)
    # setupUi

    def retranslateUi(self, PastMeetingForm):
        self.numberField.setProperty(u"label_text", QCoreApplication.translate("PastMeetingForm", u"\u0634\u0645\u0627\u0631\u0647\u0654 \u062c\u0644\u0633\u0647", None))
        self.dayField.setProperty(u"label_text", QCoreApplication.translate("PastMeetingForm", u"\u062a\u0627\u0631\u06cc\u062e", None))
        self.placeField.setProperty(u"label_text", QCoreApplication.translate("PastMeetingForm", u"\u0645\u062d\u0644", None))
        self.subjectField.setProperty(u"label_text", QCoreApplication.translate("PastMeetingForm", u"\u0645\u0648\u0636\u0648\u0639", None))
        self.scanField.setProperty(u"label_text", QCoreApplication.translate("PastMeetingForm", u"\u0627\u0633\u06a9\u0646 \u0635\u0648\u0631\u062a\u200c\u062c\u0644\u0633\u0647\u0654 \u0627\u0645\u0636\u0627\u0634\u062f\u0647", None))
        self.enter.setText(QCoreApplication.translate("PastMeetingForm", u"\u062b\u0628\u062a \u0627\u06cc\u0646 \u062c\u0644\u0633\u0647", None))
        pass
    # retranslateUi

