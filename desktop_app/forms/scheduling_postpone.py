# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'scheduling_postpone.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QVBoxLayout)

from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.lists.finding_list import FindingList
class Ui_SchedulingPostpone(object):
    def setupUi(self, SchedulingPostpone):
        if not SchedulingPostpone.objectName():
            SchedulingPostpone.setObjectName(u"SchedulingPostpone")
        SchedulingPostpone.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(SchedulingPostpone)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.reasonField = Field(SchedulingPostpone)
        self.reasonField.setObjectName(u"reasonField")
        self.reasonColumn = QVBoxLayout(self.reasonField)
        self.reasonColumn.setObjectName(u"reasonColumn")
        self.reasonEdit = TextArea(self.reasonField)
        self.reasonEdit.setObjectName(u"reasonEdit")

        self.reasonColumn.addWidget(self.reasonEdit)


        self.column.addWidget(self.reasonField)

        self.pair = QHBoxLayout()
        self.pair.setSpacing(12)
        self.pair.setObjectName(u"pair")
        self.dayField = Field(SchedulingPostpone)
        self.dayField.setObjectName(u"dayField")
        self.dayColumn = QVBoxLayout(self.dayField)
        self.dayColumn.setObjectName(u"dayColumn")
        self.dayEdit = JalaliDateEdit(self.dayField)
        self.dayEdit.setObjectName(u"dayEdit")

        self.dayColumn.addWidget(self.dayEdit)


        self.pair.addWidget(self.dayField)

        self.startsField = Field(SchedulingPostpone)
        self.startsField.setObjectName(u"startsField")
        self.startsField.setMaximumSize(QSize(140, 16777215))
        self.startsColumn = QVBoxLayout(self.startsField)
        self.startsColumn.setObjectName(u"startsColumn")
        self.startsEdit = TimeEdit(self.startsField)
        self.startsEdit.setObjectName(u"startsEdit")

        self.startsColumn.addWidget(self.startsEdit)


        self.pair.addWidget(self.startsField)


        self.column.addLayout(self.pair)

        self.findings = FindingList(SchedulingPostpone)
        self.findings.setObjectName(u"findings")

        self.column.addWidget(self.findings)


        self.retranslateUi(SchedulingPostpone)
    # setupUi

    def retranslateUi(self, SchedulingPostpone):
        self.reasonField.setProperty(u"label_text", QCoreApplication.translate("SchedulingPostpone", u"\u062f\u0644\u06cc\u0644", None))
        self.dayField.setProperty(u"label_text", QCoreApplication.translate("SchedulingPostpone", u"\u0631\u0648\u0632 \u062a\u0627\u0632\u0647", None))
        self.dayField.setProperty(u"hint_text", QCoreApplication.translate("SchedulingPostpone", u"\u0627\u06af\u0631 \u0647\u0646\u0648\u0632 \u0631\u0648\u0634\u0646 \u0646\u06cc\u0633\u062a\u060c \u062e\u0627\u0644\u06cc \u0628\u06af\u0630\u0627\u0631\u06cc\u062f", None))
        self.startsField.setProperty(u"label_text", QCoreApplication.translate("SchedulingPostpone", u"\u0633\u0627\u0639\u062a", None))
        pass
    # retranslateUi

